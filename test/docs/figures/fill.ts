/** The document with this content between `<!-- name -->` and `<!-- /name -->`. Throws where the marks are missing. */
export function fill(document: string, name: string, content: string): string {
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  const start = document.indexOf(open);
  const end = document.indexOf(close);
  if (start < 0 || end < start) throw new Error(`the document has no '${open}' before a '${close}'`);
  return `${document.slice(0, start)}${open}\n${content}\n${document.slice(end)}`;
}
