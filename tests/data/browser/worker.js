const port = __PORT__, report = __REPORT__;
const own = {"X-Zotero-Version": "5.0.181", "X-Zotero-Connector-API-Version": "3"};
async function call(path, body, headers, method) {
    const answer = await fetch(`http://127.0.0.1:${port}/${path}`, {
        method: method || "POST", body, headers: {"Content-Type": "application/json", ...own, ...headers}});
    if (!answer.headers.get("X-Zotero-Version")) throw path + ": nobody would be there";
    return [path, answer.status, await answer.text()];
}
async function run() {
    const said = [], pdf = new Blob(["%PDF-1.7\n1 0 obj\n<<>>\nendobj\n"], {type: "application/pdf"});
    const about = {"Content-Type": "application/pdf",
                   "X-Metadata": JSON.stringify({parentItemID: "i1", title: "Full text", url: "https://example.org/a.pdf"})};
    try {
        said.push(await call("connector/ping", "{}"));
        said.push(await call("connector/getTranslators", "{}"));
        const targets = await call("connector/getSelectedCollection", "{}");
        said.push(targets);
        const next = JSON.parse(targets[2]).targets.find(one => one.name == "Up next").id;
        said.push(await call("connector/saveItems", JSON.stringify({sessionID: "s", uri: "https://example.org/", items: [__ITEM__]})));
        said.push(await call("connector/saveAttachment?sessionID=s", pdf, about));
        said.push(await call("connector/updateSession", JSON.stringify(
            {sessionID: "s", target: next, tags: ["seminar"], note: "#to_read for Anna"})));
        said.push(await call("connector/saveSnapshot", JSON.stringify({sessionID: "p", url: "https://example.org/b", title: "B"})));
        said.push(await call("connector/saveStandaloneAttachment?sessionID=t",
            new Blob([pdf, "%another"], {type: "application/pdf"}), about));
        said.push(await call("connector/getClientHostnames", undefined, {}, "GET"));
        const jabref = await fetch(`http://localhost:${port}/`);
        said.push(["/", jabref.status, await jabref.text()]);
        const sent = await fetch(`http://localhost:${port}/libraries/current/entries`, {
            method: "POST", body: "@article{lines, title={On lines}, author={Marsh, Ada}, year={2020}}",
            headers: {"Content-Type": "application/x-bibtex"}});
        said.push(["bibtex", sent.status, ""]);
    } catch (problem) { said.push(["failed", 0, String(problem)]); }
    await fetch(report, {method: "POST", body: JSON.stringify(said)});
}
run();
