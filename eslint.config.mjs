import officeAddins from "eslint-plugin-office-addins";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

/** The plug-in's own Office rules, all as errors; its formatting rules are left to Prettier itself. */
const officeRules = Object.fromEntries(
  Object.keys(officeAddins.rules).map((rule) => [`office-addins/${rule}`, "error"]),
);

/** A limit that counts code alone. */
const codeLines = (max) => ({ max, skipBlankLines: true, skipComments: true });

export default tseslint.config(
  { ignores: ["dist*/**", ".cache/**", "node_modules/**"] },
  ...tseslint.configs.recommended,
  {
    rules: {
      eqeqeq: "error",
      "no-eval": "error",
      "no-console": "off",
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", varsIgnorePattern: "^_", caughtErrorsIgnorePattern: "^_" },
      ],
    },
  },
  {
    // What only types can tell: a promise that nobody waits for loses its error, and the order of what follows.
    files: ["{src,test,scripts}/**/*.{ts,tsx}"],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": "error",
      "@typescript-eslint/await-thenable": "error",
      "@typescript-eslint/only-throw-error": "error",
      "@typescript-eslint/no-unnecessary-type-assertion": "error",
      "@typescript-eslint/switch-exhaustiveness-check": ["error", { considerDefaultExhaustiveForUnions: true }],
    },
  },
  {
    files: ["src/**/*.{ts,tsx}"],
    ignores: ["src/host/**", "src/web/**", "src/cli/**"],
    plugins: { "office-addins": officeAddins, "react-hooks": reactHooks },
    rules: { ...officeRules, ...reactHooks.configs.recommended.rules, "no-console": "error" },
  },
  {
    // These rules take a ClientResult's value, and what `load` got on a nested object, for reads that nobody asked for.
    // Here every check is run over Office.js itself (test/excel/self-check), which refuses to read what was not loaded.
    files: ["src/excel/self-check/**"],
    rules: {
      "office-addins/load-object-before-read": "off",
      "office-addins/call-sync-before-read": "off",
      "office-addins/call-sync-after-load": "off",
    },
  },
  {
    // What an effect returns is called as its clean-up. scrollIntoView, for one, returns nothing in some browsers and a
    // promise in others.
    files: ["src/**/*.{ts,tsx}"],
    rules: {
      "no-restricted-syntax": [
        "error",
        {
          selector:
            "CallExpression[callee.name=/^use(Layout)?Effect$/] > ArrowFunctionExpression.arguments > :matches(CallExpression, ChainExpression).body",
          message: "An effect's value is its clean-up: write `void` before what has none.",
        },
      ],
    },
  },
  {
    // Code that a newcomer reads in one sitting: a rule that needs more becomes named steps, or rows of a table.
    files: ["src/**/*.{ts,tsx}"],
    rules: {
      complexity: ["error", 20],
      "max-depth": ["error", 5],
      "max-params": ["error", 6],
      "max-lines": ["error", codeLines(380)],
      "max-lines-per-function": ["error", codeLines(80)],
    },
  },
  // A component's markup is long without being hard to read; tables of words are only as long as their language.
  { files: ["src/taskpane/**/*.tsx"], rules: { "max-lines-per-function": ["error", codeLines(120)] } },
  { files: ["src/plan/lexicon/**/*.ts"], rules: { "max-lines": "off" } },
  {
    // The reader stays readable: what would grow a branch for each notation becomes a row of a table.
    files: ["src/plan/**/*.ts"],
    rules: { complexity: ["error", 15], "max-lines-per-function": ["error", codeLines(50)] },
  },
  { files: ["**/*.cjs", "webpack.config.js"], rules: { "@typescript-eslint/no-require-imports": "off" } },
);
