import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { findProgram } from "./programs";

/** A folder with everything that nginx needs, where it may write. */
export interface NginxFolder {
  path: string;
  /**
   * The complaints of nginx about a server block as the build writes it, with its three placeholders in capitals filled
   * in; empty if nginx would start.
   */
  complaints(serverBlock: string, site: string): string;
  start(): void;
  stop(): void;
}

/** @param path an empty folder; a certificate for localhost is made in it, as 部署 asks for one */
export function nginxFolder(path: string): NginxFolder {
  const [certificate, key, conf] = ["certificate.pem", "key.pem", "nginx.conf"].map((name) => join(path, name)) as [
    string,
    string,
    string,
  ];
  execFileSync(
    "openssl",
    [
      "req",
      "-x509",
      "-newkey",
      "rsa:2048",
      "-nodes",
      "-keyout",
      key,
      "-out",
      certificate,
      "-days",
      "2",
      "-subj",
      "/CN=localhost",
    ],
    { stdio: "pipe" },
  );
  const written = ["body", "proxy", "fastcgi", "uwsgi", "scgi"];
  mkdirSync(join(path, "written"));
  const places = written
    .map((name) => `${name === "body" ? "client_body" : name}_temp_path ${join(path, "written", name)};`)
    .join("\n");
  const run = (...args: string[]) =>
    spawnSync(findProgram("nginx")!, ["-p", path, "-c", conf, ...args], { encoding: "utf8" });
  return {
    path,
    complaints: (serverBlock, site) => {
      const filled = serverBlock
        .replace("/PATH/TO/CERTIFICATE-WITH-CHAIN.pem", certificate)
        .replace("/PATH/TO/PRIVATE-KEY.pem", key)
        .replace("/PATH/TO/SITE/", `${site}/`);
      writeFileSync(
        conf,
        `${process.getuid?.() === 0 ? "user root;\n" : ""}pid ${join(path, "pid")};\nerror_log ${join(path, "errors.log")};\nevents {}\nhttp {\naccess_log off;\n${places}\n${filled}\n}\n`,
      );
      const { status, stderr } = run("-t");
      return status === 0 ? "" : stderr;
    },
    start: () => {
      const { status, stderr } = run();
      if (status !== 0) throw new Error(`nginx did not start: ${stderr}`);
    },
    stop: () => void run("-s", "stop"),
  };
}
