import path from 'node:path';
import { exists, ownFiles, read } from './support/files.ts';

/** Links between documents lead somewhere, and images are there. */
export function check(): string[] {
  return ownFiles()
    .filter(file => file.endsWith('.md'))
    .flatMap(file =>
      linksOf(read(file))
        .map(link => path.join(path.dirname(file), link))
        .filter(target => !exists(target))
        .map(target => `${file} links to ${target}, which does not exist`),
    );
}

function linksOf(text: string): string[] {
  const prose = text.replace(/```[\s\S]*?```/g, '').replace(/`[^`\n]*`/g, '');
  return [...prose.matchAll(/\]\(([^)\s]+)\)|<img[^>]+src="([^"]+)"/g)]
    .map(([, link, image]) => link ?? image)
    .filter(link => !/^([a-z]+:|#)/.test(link))
    .map(link => decodeURI(link.split('#')[0]));
}
