import { accessDenied } from "../errors";
import type { ObjectType } from "../object-type";
import type { HostSheet } from "../workbook";

const worksheetProtection: ObjectType<HostSheet> = {
  name: "WorksheetProtection",
  properties: {
    protected: { get: (self) => self.protection !== undefined },
    options: { get: (self) => self.protection?.options ?? null },
  },
  methods: {
    protect: (self, [options, password]: [Record<string, unknown>?, string?]) => {
      if (self.protection) throw accessDenied("the sheet is protected already");
      self.protection = { options: options ?? {}, ...(password ? { password } : {}) };
    },
    unprotect: (self, [password]: [string?]) => {
      if (self.protection?.password && self.protection.password !== password)
        throw accessDenied("the password is wrong");
      delete self.protection;
    },
  },
};

export const worksheetProtectionTypes = [worksheetProtection];

declare module "../object-type" {
  interface Selves {
    WorksheetProtection: HostSheet;
  }
}
