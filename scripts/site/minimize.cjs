const swc = require("@swc/core");

/** Minimises scripts with swc: Univer's ten megabytes take seconds, webpack's own minimiser takes minutes. */
class MinimizeFast {
  apply(compiler) {
    const { Compilation, sources } = compiler.webpack;
    compiler.hooks.compilation.tap("MinimizeFast", (compilation) => {
      compilation.hooks.processAssets.tapPromise(
        { name: "MinimizeFast", stage: Compilation.PROCESS_ASSETS_STAGE_OPTIMIZE_SIZE },
        async (assets) => {
          const scripts = Object.keys(assets).filter(
            (name) => name.endsWith(".js") && !compilation.getAsset(name).info.minimized,
          );
          await Promise.all(
            scripts.map(async (name) => {
              const { code } = await swc.minify(assets[name].source().toString(), {
                compress: { passes: 1 },
                mangle: true,
                format: { comments: false },
              });
              compilation.updateAsset(name, new sources.RawSource(code), { minimized: true });
            }),
          );
        },
      );
    });
  }
}

module.exports = { MinimizeFast };
