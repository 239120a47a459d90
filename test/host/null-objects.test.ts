import { hostForTest, refusal } from "./open";

const namespace = "urn:test";

describe("what is asked of an object that may not be there", () => {
  it("is answered in the same round trip, present or absent", async () => {
    const host = hostForTest();
    const text = (): Promise<[string | null | undefined, boolean, string | undefined]> =>
      host.Excel.run(async (context) => {
        const part = context.workbook.customXmlParts.getByNamespace(namespace).getOnlyItemOrNullObject();
        part.load("id");
        const xml = part.getXml();
        await context.sync();
        return [xml.value, part.isNullObject, part.isNullObject ? undefined : part.id];
      });
    host.book.log.reset();
    expect(await text()).toEqual([undefined, true, undefined]);
    await refusal(host, (context) => void context.workbook.customXmlParts.add(`<a xmlns="${namespace}"/>`));
    expect(await text()).toEqual([`<a xmlns="${namespace}"/>`, false, host.book.xmlParts[0]!.id]);
    expect(host.book.log.syncs).toBe(3);
    await refusal(host, (context) => void context.workbook.customXmlParts.add(`<b xmlns="${namespace}"/>`));
    expect(await text()).toEqual([undefined, true, undefined]);
  });

  it("fails where the object has to be there", async () => {
    const host = hostForTest();
    const only = (): Promise<string> =>
      refusal(host, (context) => void context.workbook.customXmlParts.getByNamespace(namespace).getOnlyItem().getXml());
    expect(await only()).toMatch(/^ItemNotFound:/);
    await refusal(host, (context) => void context.workbook.customXmlParts.add(`<a xmlns="${namespace}"/>`));
    expect(await only()).toBe("nothing was refused");
  });

  it("goes on through what hangs below it", async () => {
    const host = hostForTest();
    const seen = await host.Excel.run(async (context) => {
      const table = context.workbook.tables.getItemOrNullObject("别处");
      const count = table.rows.getCount();
      const body = table.getDataBodyRange();
      body.load("values");
      await context.sync();
      return [table.isNullObject, body.isNullObject, count.value];
    });
    expect(seen).toEqual([true, true, undefined]);
  });
});
