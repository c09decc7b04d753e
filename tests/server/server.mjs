// The real nginx on loopback with the configuration that was built beside the pages, for tests and measurements.

import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer, connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Whether there is an nginx here. */
export function hasNginx() {
  return !spawnSync("nginx", ["-v"]).error;
}

/** Serves a built site; gives its port, and how to stop it. Throws when nginx does not accept the configuration. */
export async function startNginx(site) {
  const work = mkdtempSync(join(tmpdir(), "ouderwijzer-nginx-"));
  const port = await freePort();
  writeFileSync(join(work, "nginx.conf"), configuration(site, work, port));
  const server = spawn("nginx", ["-p", work, "-e", join(work, "error.log"), "-c", join(work, "nginx.conf")], { stdio: "inherit" });
  const stop = async () => {
    server.kill("SIGTERM");
    await new Promise((done) => (server.exitCode === null ? server.once("exit", done) : done()));
    rmSync(work, { recursive: true, force: true });
  };
  try {
    await isReady(server, port, work);
  } catch (error) {
    await stop();
    throw error;
  }
  return { port, stop };
}

/** The generated lines in a `server` block, as their first line asks. */
function configuration(site, work, port) {
  const user = process.getuid?.() === 0 ? "user root;" : "";
  const places = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"].map((name) => `${name}_temp_path ${work};`);
  const types = existsSync("/etc/nginx/mime.types") ? "include /etc/nginx/mime.types;" : "";
  return `${user} daemon off; pid ${work}/pid; error_log ${work}/error.log;
events { worker_connections 256; }
http { ${types} default_type application/octet-stream; access_log off; ${places.join(" ")}
server { listen 127.0.0.1:${port}; root ${site};
${readFileSync(join(site, "server", "nginx.conf"), "utf8")}
} }
`;
}

async function isReady(server, port, work) {
  for (let turn = 0; turn < 100; turn += 1) {
    if (server.exitCode !== null) {
      console.error(readFileSync(join(work, "error.log"), "utf8"));
      throw new Error("nginx does not accept the configuration");
    }
    if (await accepts(port)) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error("nginx does not answer");
}

function accepts(port) {
  return new Promise((done) => {
    const probe = connect(port, "127.0.0.1", () => {
      probe.end();
      done(true);
    });
    probe.on("error", () => done(false));
  });
}

function freePort() {
  return new Promise((done) => {
    const probe = createServer();
    probe.listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => done(port));
    });
  });
}
