import type { ObjectType } from "../object-type";

/** The host calculates after every request, whatever the mode; suspensions are accepted and change nothing. */
const application: ObjectType<null> = {
  name: "Application",
  properties: {
    calculationMode: { get: () => "Automatic", set: () => undefined },
  },
  methods: {
    calculate: (_self, _args, book) => book.grid.touch(),
    suspendApiCalculationUntilNextSync: () => undefined,
    suspendScreenUpdatingUntilNextSync: () => undefined,
  },
};

export const applicationTypes = [application];

declare module "../object-type" {
  interface Selves {
    Application: null;
  }
}
