// The hook of loader.mjs: tries the name as it stands, then with the endings that bundlers add.
export async function resolve(specifier, context, next) {
  const endings = specifier.startsWith('.') ? ['', '.js', '/index.js'] : [''];
  for (const ending of endings) {
    try {
      return await next(specifier.replace(/\.ts$/, '.js') + ending, context);
    } catch (error) {
      if (ending === endings.at(-1)) throw error;
    }
  }
}
