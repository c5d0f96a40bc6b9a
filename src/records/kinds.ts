// The kinds of records, one row each: all that the stores, HTTP and the pages must know of a kind.

/** A word in the languages of the pages. */
interface Word {
  readonly en: string;
  readonly ar: string;
}

interface Row {
  /** The collection, and so the path, under which records are served. */
  readonly collection: string;
  /** The schema.org type of a record of which nothing more is known. */
  readonly type: string;
  /** What one record is called, and what all are. */
  readonly one: Word;
  readonly many: Word;
  /** Whether filters know the records by name. */
  readonly isNamed: boolean;
  /** The filters of /statements for which the search box offers a record, in this order; none where it offers none. */
  readonly filters: readonly string[];
}

/** In the order in which kinds are loaded: what is referred to comes first. */
const rows = {
  person: {
    collection: 'people',
    type: 'Person',
    one: { en: 'Person', ar: 'شخص' },
    many: { en: 'People', ar: 'الأشخاص' },
    isNamed: true,
    filters: ['speaker', 'addressee', 'mention'],
  },
  organization: {
    collection: 'organizations',
    type: 'Organization',
    one: { en: 'Organization', ar: 'جهة' },
    many: { en: 'Organizations', ar: 'الجهات' },
    isNamed: true,
    filters: ['speaker', 'outlet', 'addressee', 'mention'],
  },
  place: {
    collection: 'places',
    type: 'Place',
    one: { en: 'Place', ar: 'مكان' },
    many: { en: 'Places', ar: 'الأماكن' },
    isNamed: true,
    filters: ['place', 'mention'],
  },
  topic: {
    collection: 'topics',
    type: 'DefinedTerm',
    one: { en: 'Topic', ar: 'موضوع' },
    many: { en: 'Topics', ar: 'الموضوعات' },
    isNamed: true,
    filters: ['topic'],
  },
  event: {
    collection: 'events',
    type: 'Event',
    one: { en: 'Event', ar: 'حدث' },
    many: { en: 'Events', ar: 'الأحداث' },
    isNamed: true,
    filters: ['event', 'mention'],
  },
  source: {
    collection: 'sources',
    type: 'NewsArticle',
    one: { en: 'Source', ar: 'مصدر' },
    many: { en: 'Sources', ar: 'المصادر' },
    isNamed: true,
    filters: [],
  },
  statement: {
    collection: 'statements',
    type: 'Quotation',
    one: { en: 'Statement', ar: 'تصريح' },
    many: { en: 'Statements', ar: 'التصريحات' },
    isNamed: false,
    filters: [],
  },
  claim: {
    collection: 'claims',
    type: 'Claim',
    one: { en: 'Claim', ar: 'رواية' },
    many: { en: 'Claims', ar: 'الروايات' },
    isNamed: false,
    filters: [],
  },
} as const satisfies Record<string, Row>;

type Rows = typeof rows;

/** The kinds of records. */
export type Kind = keyof Rows;

/** The kinds of records whose filters include one of these. */
type KindWith<Filter extends string> = {
  [K in Kind]: Filter & Rows[K]['filters'][number] extends never ? never : K;
}[Kind];

/** The kinds whose records filters know by name. */
export type KindWithNames = { [K in Kind]: Rows[K]['isNamed'] extends true ? K : never }[Kind];

/** The kinds that the search box completes. */
export type SuggestedKind = KindWith<string>;

const all: Readonly<Record<Kind, Row>> = rows;

export const kinds = Object.keys(rows) as Kind[];

/** The words for one record and for all records of a kind. */
export const wordsFor = (kind: Kind): Pick<Row, 'one' | 'many'> => all[kind];

/** The schema.org type of a record of which nothing more is known. */
export const typeOf = (kind: Kind): string => all[kind].type;

export const isNamed = (kind: string): kind is KindWithNames =>
  (all as Record<string, Row>)[kind]?.isNamed === true;

/** The filters of /statements that a record of a kind can stand for, in the order in which they are offered. */
export const filtersOf = (kind: Kind): readonly string[] => all[kind].filters;

/** The value of a filter that stands for a record: things of several kinds that are mentioned can have one id. */
export const filterValue = (filter: string, kind: Kind, id: string): string =>
  filter === 'mention' ? `${kind}/${id}` : id;

export const suggestedKinds = kinds.filter((kind) => filtersOf(kind).length > 0) as SuggestedKind[];

/** All filters of /statements that the search box offers. */
export const suggestedFilters: readonly string[] = [...new Set(kinds.flatMap(filtersOf))];

const kindsWith = <Filter extends string>(filter: Filter): KindWith<Filter>[] =>
  kinds.filter((kind): kind is KindWith<Filter> => filtersOf(kind).includes(filter));

/** Who can speak. */
export const speakingKinds = kindsWith('speaker');

/** What a statement can mention. */
export const mentionedKinds = kindsWith('mention');

/** The collection under which each kind is served. */
export const collectionOf = Object.fromEntries(kinds.map((kind) => [kind, rows[kind].collection])) as {
  readonly [K in Kind]: Rows[K]['collection'];
};

/** Collections without records of their own: what they are derived from, and what one document is, and is called. */
const derived = {
  renditions: { from: 'statement', kind: 'rendition', noun: 'rendition' },
  discrepancies: { from: 'claim', kind: 'discrepancy', noun: 'discrepancy' },
  outlets: { from: 'organization', kind: 'organization', noun: 'outlet' },
} as const satisfies Record<string, { from: Kind; kind: string; noun: string }>;

export type Collection = Rows[Kind]['collection'] | keyof typeof derived;

/** The kind of the documents of each collection. */
type KindOf<C extends Collection> = C extends keyof typeof derived
  ? (typeof derived)[C]['kind']
  : { [K in Kind]: Rows[K]['collection'] extends C ? K : never }[Kind];

/** The statements and claims with what is derived from them, then all that they refer to. */
const entries = (['statement', 'claim', ...kinds] as const).flatMap((kind) => [
  [collectionOf[kind], kind] as const,
  ...Object.entries(derived).flatMap(([name, each]) =>
    each.from === kind ? [[name, each.kind] as const] : [],
  ),
]);

/** The kind of the documents of each collection. Renditions and discrepancies have no records of their own. */
export const kindOf = Object.fromEntries(entries) as { readonly [C in Collection]: KindOf<C> };

/** Every collection that is served. */
export const collections = Object.keys(kindOf) as [Collection, ...Collection[]];

/** What one document of a collection is called: an outlet is an organization among others. */
export const nounOf = (collection: Collection): string =>
  collection in derived ? derived[collection as keyof typeof derived].noun : kindOf[collection];
