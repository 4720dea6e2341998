// Uploads to a hub with npm's tus-js-client, which knows nothing of ours.
// usage: node tus_js_client.mjs HUB_URL TOKEN    (in a folder where tus-js-client is installed)
import { createHash, randomBytes } from "node:crypto";
import { createRequire } from "node:module";
import { join } from "node:path";

const tus = createRequire(join(process.cwd(), "here.js"))("tus-js-client");
const [hub, token] = process.argv.slice(2);

function photo(bytes) {
    return Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(bytes - 4)]);
}

function upload(bytes, options = {}) {
    const seen = { requests: [], errors: [] };
    const done = new Promise((resolve) => {
        const running = new tus.Upload(bytes, {
            endpoint: `${hub}/v1/uploads`,
            headers: { Authorization: `Bearer ${token}` },
            metadata: { sha256: createHash("sha256").update(bytes).digest("hex") },
            retryDelays: [100, 300],
            onBeforeRequest: (request) => seen.requests.push(request.getMethod()),
            onError: (error) => resolve({ ...seen, error, url: running.url }),
            onSuccess: () => resolve({ ...seen, url: running.url }),
            ...options,
        });
        seen.upload = running;
        running.start();
    });
    return { seen, done };
}

let failed = 0;
function check(name, worked, detail) {
    console.log(`${worked ? "ok" : "FAILED"} ${name}`, worked ? "" : detail);
    failed += worked ? 0 : 1;
}

{
    const bytes = photo(300_000);
    const first = await upload(bytes).done;
    check("whole", !first.error, first);
    const again = await upload(bytes).done;
    check("again: nothing is stored twice", !again.error && again.url === first.url, again);
}
{
    const result = await upload(photo(300_000), { chunkSize: 64 * 1024 }).done;
    const patches = result.requests.filter((method) => method === "PATCH").length;
    check("in chunks", !result.error && patches === 5, result);
}
{
    const result = await upload(photo(100_000), { uploadDataDuringCreation: true }).done;
    check("with its creation", !result.error && result.requests.join() === "POST", result);
}
{
    const bytes = photo(3_000_000);
    let sent = 0;
    const { seen } = upload(bytes, {
        chunkSize: 256 * 1024,
        onChunkComplete: (_, accepted) => {
            sent = accepted;
            if (accepted >= 1024 * 1024) seen.upload.abort();
        },
    });
    while (sent < 1024 * 1024) await new Promise((resolve) => setTimeout(resolve, 20));
    await new Promise((resolve) => setTimeout(resolve, 200));
    let lowest = bytes.length;
    const rest = await upload(bytes, {
        uploadUrl: seen.upload.url,
        onProgress: (now) => (lowest = Math.min(lowest, now)),
    }).done;
    check("aborted, then resumed", !rest.error && rest.requests[0] === "HEAD" && lowest >= sent, rest);
}
{
    const bytes = photo(50_000);
    const result = await upload(bytes, {
        metadata: { sha256: createHash("sha256").update("other").digest("hex") },
    }).done;
    const status = result.error?.originalResponse?.getStatus();
    check("with a wrong hash: refused", status === 460 || status === 404, result);
}
{
    const bytes = photo(50_000);
    const { seen } = upload(bytes, { chunkSize: 10_000, onChunkComplete: () => seen.upload.abort() });
    while (!seen.upload.url) await new Promise((resolve) => setTimeout(resolve, 20));
    await new Promise((resolve) => setTimeout(resolve, 200));
    await tus.Upload.terminate(seen.upload.url, { headers: {} });
    const gone = await fetch(seen.upload.url, { method: "HEAD", headers: { "Tus-Resumable": "1.0.0" } });
    check("terminated", gone.status === 404, gone.status);
}
{
    // A checksum that is not the chunk's: nothing of it counts, and without it the rest goes on.
    const bytes = photo(50_000);
    const wrong = createHash("sha256").update("other").digest("base64");
    const result = await upload(bytes, {
        retryDelays: null,
        onBeforeRequest: (request) => {
            if (request.getMethod() === "PATCH") request.setHeader("Upload-Checksum", `sha256 ${wrong}`);
        },
    }).done;
    const status = result.error?.originalResponse?.getStatus();
    const stands = await fetch(result.url, { method: "HEAD", headers: { "Tus-Resumable": "1.0.0" } });
    check("with a wrong checksum: refused, and nothing kept",
          status === 460 && stands.headers.get("Upload-Offset") === "0", status);
    const right = await upload(bytes, { uploadUrl: result.url }).done;
    check("and whole without it", !right.error, right);
}
process.exit(failed === 0 ? 0 : 1);
