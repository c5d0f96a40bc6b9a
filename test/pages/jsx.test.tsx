// JSX that makes HTML as text: everything is escaped, and nothing is written for what is not there.
import fc from 'fast-check';
import t from 'tap';
import { type Child, Fragment, Html, h, html as template } from '../../src/pages/jsx.ts';

const html = (element: Html | null): string | undefined => element?.text;

t.test('texts and attributes are escaped', async (t) => {
  t.equal(html(<p title={'"<&>'}>{'"<&>'}</p>), '<p title="&quot;&lt;&amp;&gt;">&quot;&lt;&amp;&gt;</p>');
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const [, attribute = '', content = ''] =
        /^<p title="([^"]*)">([^<]*)<\/p>$/s.exec(String(html(<p title={text}>{text}</p>))) ?? [];
      const read = (escaped: string) =>
        escaped.replace(
          /&(quot|lt|gt|amp);/g,
          (_, name) => ({ quot: '"', lt: '<', gt: '>', amp: '&' })[name as 'lt'],
        );
      return read(attribute) === text && read(content) === text;
    }),
  );
});

t.test('what is not there leaves nothing', async (t) => {
  t.equal(
    html(
      <p class={undefined} hidden={false}>
        {[null, undefined, false, true, '']}
      </p>,
    ),
    '<p></p>',
  );
  t.equal(html(<p hidden>{0}</p>), '<p hidden>0</p>');
});

t.test('components, fragments, lists and void elements', async (t) => {
  const Item = ({ name, children }: { name: string; children?: Child }) => (
    <li>
      {name}
      {children}
    </li>
  );
  t.equal(
    html(
      <Fragment>
        {['a', 'b'].map((name) => (
          <Item name={name}>
            <br />
          </Item>
        ))}
      </Fragment>,
    ),
    '<li>a<br></li><li>b<br></li>',
  );
  t.equal(html(<p>{new Html('<b>x</b>')}</p>), '<p><b>x</b></p>', 'markup that is ready is put in as it is');
});

t.test('a template escapes what is put into it', async (t) => {
  const name = '"<&>';
  const { text } = template`<a href="${name}"${false}>${name}${[1, null]}${new Html('<b>x</b>')}</a>`;
  t.equal(text, '<a href="&quot;&lt;&amp;&gt;">&quot;&lt;&amp;&gt;1<b>x</b></a>');
});
