// Server-sent events by fetch, which other than EventSource tells why it was refused.
const SILENCE = 45_000;

function read(block, hear) {
  const fields = Object.fromEntries(block.split("\n").map((line) => line.match(/^(\w*): ?(.*)$/)?.slice(1) ?? [line, ""]));
  if (fields.event && fields.data) {
    hear(fields.event, JSON.parse(fields.data));
  }
}

// Until the server or the signal ends it, or nothing comes for too long.
export async function listen(address, end, hear) {
  const quiet = () => setTimeout(() => end.abort("silence"), SILENCE);
  let watch = quiet();
  try {
    const response = await fetch(address, { headers: { Accept: "text/event-stream" }, cache: "no-store", signal: end.signal });
    if (!response.ok) {
      return response.status;
    }
    const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
    let text = "";
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      clearTimeout(watch);
      watch = quiet();
      const blocks = (text + part.value).split("\n\n");
      text = blocks.pop();
      blocks.forEach((block) => read(block, hear));
    }
    return 200;
  } catch {
    return 0;
  } finally {
    clearTimeout(watch);
  }
}
