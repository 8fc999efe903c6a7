/**
 * A field of a form by its name, for its value: password managers and phones
 * fill fields in without an event.
 */
export function fieldOf(form: HTMLFormElement, name: string): HTMLInputElement {
  return form.elements.namedItem(name) as HTMLInputElement;
}

/** What a field holds, without spaces around it. */
export function valueOf(form: HTMLFormElement, name: string): string {
  return fieldOf(form, name).value.trim();
}
