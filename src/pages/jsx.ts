// JSX that makes HTML as text: attributes and elements are typed, and every text is escaped when it is put in.

/** Markup that is ready to send: whatever was put into it was escaped. */
export class Html {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** Markup to keep, in one piece of memory. A text that was put together from others refers to all of them until then. */
export const inOnePiece = (html: Html | null): Html => new Html(Buffer.from(html?.text ?? '').toString());

/** What an element may hold. Nothing is written for `null`, `undefined` and booleans. */
export type Child = Html | string | number | boolean | null | undefined | readonly Child[];

type Component<Props> = (props: Props) => Html | null;

const special = /["&<>]/;

/** A text as it stands in the content of an element, or in an attribute between double quotes. */
export function escapeHtml(text: string): string {
  const first = text.search(special);
  if (first === -1) return text;
  let escaped = '';
  let end = 0;
  for (let at = first; at < text.length; at++) {
    const reference = referenceTo(text.charCodeAt(at));
    if (reference === null) continue;
    escaped += text.slice(end, at) + reference;
    end = at + 1;
  }
  return escaped + text.slice(end);
}

/** The character reference of a special character; null for any other. Links have many: this takes half the time of a replacement by a function. */
function referenceTo(unit: number): string | null {
  if (unit === 0x26) return '&amp;';
  if (unit === 0x22) return '&quot;';
  if (unit === 0x3c) return '&lt;';
  return unit === 0x3e ? '&gt;' : null;
}

/** Elements without content and without an end tag (HTML, 13.1.2). */
const voidElements = new Set(['base', 'br', 'hr', 'img', 'input', 'link', 'meta', 'wbr']);

/** What the text of an element begins and ends with, by its tag: made once, as a page has a thousand elements. */
const ends = new Map<string, readonly [start: string, end: string]>();

function endsOf(tag: string): readonly [start: string, end: string] {
  const made = [`<${tag}`, voidElements.has(tag) ? '>' : `</${tag}>`] as const;
  ends.set(tag, made);
  return made;
}

/** Makes an element or calls a component; the compiler turns JSX into calls of this, each with an object of its own. */
export function h<Props>(
  tag: string | Component<Props>,
  props: Props | null,
  ...children: Child[]
): Html | null {
  if (typeof tag === 'function') {
    const given: { children?: Child } = props ?? {};
    given.children = children; // faster than Object.assign
    return tag(given as Props);
  }
  const [start, end] = ends.get(tag) ?? endsOf(tag);
  let text = start;
  for (const name in props) {
    const value: unknown = props[name];
    if (value === true) text += ` ${name}`;
    else if (value !== false && value !== null && value !== undefined)
      text += ` ${name}="${escapeHtml(String(value))}"`;
  }
  return new Html(end === '>' ? text + end : `${text}>${written(children)}${end}`);
}

/** Several elements without one around them. */
export const Fragment = ({ children }: { children?: Child }): Html => new Html(written(children));

/**
 * Markup as a template, for what a page has a hundred times: it makes one object where JSX makes ten. What is put in is escaped as in
 * JSX, between tags and between the double quotes of an attribute.
 */
export function html(markup: TemplateStringsArray, ...children: Child[]): Html {
  let text = markup[0] as string;
  for (let at = 0; at < children.length; at++) text += written(children[at]) + (markup[at + 1] as string);
  return new Html(text);
}

function written(child: Child): string {
  if (typeof child === 'string') return escapeHtml(child);
  if (child instanceof Html) return child.text;
  if (typeof child === 'number') return String(child);
  if (!Array.isArray(child)) return '';
  let text = '';
  for (const each of child) text += written(each);
  return text;
}

interface Global {
  id?: string | undefined;
  class?: string | undefined;
  lang?: string | undefined;
  dir?: 'ltr' | 'rtl' | 'auto' | undefined;
  title?: string | undefined;
  hidden?: boolean | undefined;
  tabindex?: number | undefined;
  role?: string | undefined;
  children?: Child;
  [data: `data-${string}`]: string | undefined;
  [aria: `aria-${string}`]: string | boolean | undefined;
}

type Has<Names extends string> = Global & { [name in Names]?: string | number | boolean | undefined };

/** The elements that the pages are made of, with the attributes of each. */
interface Elements {
  a: Has<'href' | 'hreflang' | 'rel' | 'type' | 'target' | 'download'>;
  base: Has<'target'>;
  button: Has<'type' | 'name' | 'value'>;
  col: Has<'span'>;
  details: Has<'open'>;
  form: Has<'action' | 'method'>;
  html: Has<'prefix'>;
  iframe: Has<'src' | 'width' | 'height' | 'loading'>;
  input: Has<'type' | 'name' | 'value' | 'placeholder' | 'autocomplete' | 'maxlength' | 'required'>;
  label: Has<'for'>;
  link: Has<'rel' | 'href' | 'type' | 'hreflang'>;
  meta: Has<'name' | 'content' | 'charset' | 'property'>;
  option: Has<'value' | 'selected'>;
  ol: Has<'start' | 'reversed'>;
  script: Has<'src' | 'type' | 'defer'>;
  select: Has<'name'>;
  textarea: Has<'rows' | 'readonly'>;
  time: Has<'datetime'>;
  td: Has<'colspan' | 'rowspan'>;
  th: Has<'scope' | 'colspan' | 'rowspan'>;
  svg: Has<'viewBox' | 'width' | 'height' | 'preserveAspectRatio' | 'focusable'>;
  rect: Has<'x' | 'y' | 'width' | 'height' | 'rx' | 'fill'>;
  path: Has<'d' | 'fill'>;
}

type Plain =
  | 'article'
  | 'aside'
  | 'b'
  | 'bdi'
  | 'blockquote'
  | 'br'
  | 'body'
  | 'caption'
  | 'cite'
  | 'code'
  | 'dd'
  | 'del'
  | 'div'
  | 'dl'
  | 'dt'
  | 'em'
  | 'figcaption'
  | 'figure'
  | 'footer'
  | 'g'
  | 'h1'
  | 'h2'
  | 'h3'
  | 'h4'
  | 'head'
  | 'header'
  | 'hr'
  | 'ins'
  | 'li'
  | 'main'
  | 'mark'
  | 'nav'
  | 'p'
  | 'search'
  | 'section'
  | 'small'
  | 'span'
  | 'strong'
  | 'summary'
  | 'table'
  | 'tbody'
  | 'thead'
  | 'title'
  | 'tr'
  | 'ul';

/** What the compiler checks JSX by. */
export declare namespace h {
  namespace JSX {
    type Element = Html | null;
    interface ElementChildrenAttribute {
      children: Child;
    }
    type IntrinsicElements = Elements & { [name in Plain]: Global };
  }
}
