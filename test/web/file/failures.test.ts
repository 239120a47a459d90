import { failureText, failures, isCancelled } from "../../../src/web/file/failures";

describe("what the user is told where a file cannot be read or written", () => {
  it.each(failures.map((failure) => [failure.name, failure] as const))(
    "%s: that nothing was lost, and what to do",
    (name, { reading, writing }) => {
      if (writing)
        expect(failureText(new DOMException("", name), "writing")).toMatch(/没有保存[\s\S]*改动都还在这一页/);
      if (reading) expect(failureText(new DOMException("", name), "reading")).toMatch(/请/);
      expect(reading ?? writing).toBeDefined();
    },
  );

  it("is a sentence also for what is not in the table, or is no error at all", () => {
    expect(failureText(new TypeError("x"), "writing")).toContain("改动都还在这一页");
    expect(failureText(undefined, "reading")).toContain("文件没有改动");
  });

  it("is nothing where the user has closed the dialog", () => {
    expect(isCancelled(new DOMException("", "AbortError"))).toBe(true);
    expect(isCancelled(new DOMException("", "NotFoundError"))).toBe(false);
  });
});
