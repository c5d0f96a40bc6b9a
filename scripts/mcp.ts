// Serves the Model Context Protocol over standard input and output.
import process from 'node:process';
import { mcpCommand } from '../src/server/mcp-command.ts';

process.exitCode = await mcpCommand({ environment: process.env, stderr: process.stderr });
