// npm's @tus/server on a folder. usage: node tus_server.mjs PORT FOLDER (in a folder where it is installed)
import { createRequire } from "node:module";
import { join } from "node:path";

const need = createRequire(join(process.cwd(), "here.js"));
const { Server } = need("@tus/server");
const { FileStore } = need("@tus/file-store");
const [port, directory] = process.argv.slice(2);
const server = new Server({ path: "/files", datastore: new FileStore({ directory }) });
server.listen({ host: "127.0.0.1", port: Number(port) });
