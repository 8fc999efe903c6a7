/** How far reading has come in what may be a secret. */
export interface Progress {
  /** Characters read that could be the beginning of a secret. */
  readonly depth: number;
  /** Length of the longest secret that ends with the last of them; 0 for none. */
  readonly found: number;
}

class Node implements Progress {
  readonly children = new Map<number, Node>();
  /** Where to go on when the next character does not fit. */
  fallback?: Node;
  found = 0;

  constructor(readonly depth: number) {}
}

/**
 * Finds any of many texts in one pass, character by character, however the
 * text is cut into pieces on its way (Aho and Corasick).
 */
export class SecretAutomaton {
  private readonly root = new Node(0);

  static of(texts: Iterable<string>): SecretAutomaton {
    return new SecretAutomaton(texts);
  }

  private constructor(texts: Iterable<string>) {
    for (const text of texts) {
      this.plant(text);
    }
    this.link();
  }

  /** Where reading begins. */
  get start(): Progress {
    return this.root;
  }

  /** @param progress - what this automaton returned before */
  step(progress: Progress, character: number): Progress {
    let node: Node | undefined = progress as Node;
    while (node) {
      const next = node.children.get(character);
      if (next) {
        return next;
      }
      node = node.fallback;
    }
    return this.root;
  }

  private plant(text: string): void {
    let node = this.root;
    for (let index = 0; index < text.length; index++) {
      const character = text.charCodeAt(index);
      let next = node.children.get(character);
      if (!next) {
        next = new Node(node.depth + 1);
        node.children.set(character, next);
      }
      node = next;
    }
    node.found = node.depth;
  }

  private link(): void {
    const nodes = [this.root];
    for (const node of nodes) {
      for (const [character, child] of node.children) {
        child.fallback = node.fallback
          ? (this.step(node.fallback, character) as Node)
          : this.root;
        child.found ||= child.fallback.found;
        nodes.push(child);
      }
    }
  }
}
