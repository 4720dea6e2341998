// npm's tus-js-client sends files one after the other and goes on after every break.
// usage: node tus_client.mjs ENDPOINT FILE… (in a folder where it is installed)
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";

const tus = createRequire(join(process.cwd(), "here.js"))("tus-js-client");
const [endpoint, ...files] = process.argv.slice(2);

function upload(bytes) {
    return new Promise((resolve, reject) => {
        new tus.Upload(bytes, {
            endpoint,
            retryDelays: Array(1000).fill(1000),
            onShouldRetry: () => true,
            onError: reject,
            onSuccess: resolve,
        }).start();
    });
}

for (const file of files) await upload(readFileSync(file));
