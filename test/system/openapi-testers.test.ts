// Others' testers find nothing: Spectral in the description, Redocly Respect and Prism, a validating proxy, in what the server answers by it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import type { OpenAPIV3_1 } from 'openapi-types';
import t, { type Test } from 'tap';
import { freePort } from '../../bench/processes.ts';
import { inProject } from '../../src/project.ts';
import { testApp } from '../support/app.ts';
import { description } from '../support/contract.ts';
import { exampleUrl, offeredFor, parametersOf, paths, wrongUrls } from '../support/examples.ts';
import { installGenerators, run, runTool, toolPath } from './clients/harness.ts';

const whole = inProject('openapi.yaml');

const skip = (await installGenerators()) ? false : 'no registry to install the testers from';

async function listening(t: Test): Promise<string> {
  const { app } = await testApp(t, {});
  await app.listen({ port: 0, host: '127.0.0.1' });
  return `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
}

t.test('Spectral, with its rules for OpenAPI', { skip }, async (t) => {
  const folder = t.testdir({ '.spectral.yaml': 'extends: ["spectral:oas"]\n' });
  const rules = ['--ruleset', path.join(folder, '.spectral.yaml'), '--fail-severity', 'hint'];
  const { status, stdout } = await runTool('spectral', ['lint', whole, ...rules]);
  t.equal(status, 0, stdout);
});

/** A step for each operation, with its own examples (Arazzo 1.0). */
function everyOperation() {
  const steps = paths.map((each) => {
    const { operationId } = description.paths?.[each]?.get ?? {};
    const parameters = parametersOf(each).flatMap((parameter) => {
      const value = [offeredFor(parameter)[0] ?? []].flat().join(',');
      return value === '' ? [] : [{ name: parameter.name, in: parameter.in, value }];
    });
    return {
      stepId: operationId,
      operationId: `$sourceDescriptions.record.${operationId}`,
      ...(parameters.length > 0 ? { parameters } : {}),
      successCriteria: [{ condition: '$statusCode == 200' }],
    };
  });
  return {
    arazzo: '1.0.1',
    info: { title: 'Every operation', version: '1' },
    sourceDescriptions: [{ name: 'record', type: 'openapi', url: whole }],
    workflows: [{ workflowId: 'every-operation', steps }],
  };
}

t.test('Redocly Respect: status, media type and schema of every operation', async (t) => {
  const origin = await listening(t);
  const folder = t.testdir({ 'all.arazzo.json': JSON.stringify(everyOperation()) });
  const cli = inProject('node_modules', '@redocly', 'cli', 'bin', 'cli.js');
  const args = [
    'respect',
    'all.arazzo.json',
    '--server',
    `record=${origin}`,
    '--severity',
    'SCHEMA_CHECK=error',
  ];
  const { status, stdout, stderr } = await run(process.execPath, [cli, ...args], folder);
  t.match(`${stdout}${stderr}`, `Steps: ${paths.length} passed, ${paths.length} total`);
  t.equal(status, 0);
});

/** Two hundred requests and more, spread over all operations and their parameters. */
function variedUrls(): string[] {
  const all = paths.flatMap((each) => [
    exampleUrl(each),
    ...parametersOf(each).flatMap((parameter) =>
      valuesOf(parameter).map((value) => exampleUrl(each, { [parameter.name]: value })),
    ),
  ]);
  return all.filter((_, index) => index % Math.floor(all.length / 200) === 0);
}

/** The examples of a parameter, and the first of its closed set. */
function valuesOf(parameter: OpenAPIV3_1.ParameterObject): (string | number | string[])[] {
  const { items, enum: own } = parameter.schema as { items?: { enum?: string[] }; enum?: string[] };
  return [...offeredFor(parameter), ...(items?.enum ?? own ?? []).slice(0, 1)].slice(0, 2);
}

t.test('Prism, a validating proxy', { skip }, async (t) => {
  const [origin, port] = [await listening(t), await freePort()];
  const prism = spawn(toolPath('prism'), ['proxy', whole, origin, '--port', String(port)]);
  t.teardown(async () => {
    prism.kill();
    await once(prism, 'close');
  });
  let said = '';
  await new Promise<void>((resolve) => {
    prism.stdout.on('data', (text: Buffer) => {
      said += text;
      if (said.includes('is listening')) resolve();
    });
  });
  const violationsOf = async (url: string): Promise<{ location: string[]; message: string }[]> => {
    const response = await fetch(`http://127.0.0.1:${port}${url}`);
    await response.arrayBuffer();
    return JSON.parse(response.headers.get('sl-violations') ?? '[]');
  };
  const urls = variedUrls();
  t.ok(urls.length >= 200, `${urls.length} requests`);
  for (const url of urls) t.same(await violationsOf(url), [], url);
  t.not((await violationsOf('/statements?limit=0')).length, 0, 'it looks at requests');
  const readable = wrongUrls.filter((url) => !url.includes('%E0%A4%A')); // on which Prism hangs up
  for (const url of readable) {
    const ofAnswer = (await violationsOf(url)).filter(({ location: [side] }) => side === 'response');
    t.same(ofAnswer, [], `${url}: problems are as described`);
  }
});
