import { Bytes } from "../../package/bytes";

/** A record of a workbook stream, with its Continue records kept apart. */
export interface XlsRecord {
  type: number;
  /** The record's offset in the stream. */
  at: number;
  data: Bytes;
  /** The data of its Continue records, one by one. */
  rest: Uint8Array[];
}

/** Types of the records that are read ([MS-XLS] 2.3.2), under their names there. */
export const RECORD = {
  EOF: 0x000a,
  Formula: 0x0006,
  Date1904: 0x0022,
  FilePass: 0x002f,
  Continue: 0x003c,
  ColInfo: 0x007d,
  BoundSheet: 0x0085,
  MulRk: 0x00bd,
  RString: 0x00d6,
  XF: 0x00e0,
  MergeCells: 0x00e5,
  SST: 0x00fc,
  LabelSst: 0x00fd,
  Number: 0x0203,
  Label: 0x0204,
  BoolErr: 0x0205,
  String: 0x0207,
  Row: 0x0208,
  RK: 0x027e,
  Format: 0x041e,
  BOF: 0x0809,
} as const;

/** The records of a stream from an offset on ([MS-XLS] 2.1.4). A truncated record ends them. */
export function* recordsFrom(stream: Bytes, from: number): Generator<XlsRecord> {
  for (let at = from; at + 4 <= stream.length;) {
    const type = stream.u16(at);
    const start = at;
    const body = bodyAt(stream, at);
    if (!body) return;
    at += 4 + body.length;
    const rest: Uint8Array[] = [];
    while (at + 4 <= stream.length && stream.u16(at) === RECORD.Continue) {
      const more = bodyAt(stream, at);
      if (!more) break;
      rest.push(more);
      at += 4 + more.length;
    }
    yield { type, at: start, data: new Bytes(body), rest };
  }
}

function bodyAt(stream: Bytes, at: number): Uint8Array | undefined {
  const length = stream.u16(at + 2);
  return at + 4 + length <= stream.length ? stream.slice(at + 4, length) : undefined;
}
