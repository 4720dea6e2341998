// npm's @tus/server on a folder; says its port. usage: node tus_server.mjs ADDRESS PORT FOLDER [WHERE-IT-IS-INSTALLED]
import { createRequire } from "node:module";
import { join } from "node:path";

const [host, port, directory, installed = process.cwd()] = process.argv.slice(2);
const need = createRequire(join(installed, "here.js"));
const { Server } = need("@tus/server");
const { FileStore } = need("@tus/file-store");
const server = new Server({ path: "/files", datastore: new FileStore({ directory }) });
const listening = server.listen({ host, port: Number(port) }, () => console.log(listening.address().port));
