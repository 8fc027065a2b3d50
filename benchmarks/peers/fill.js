/* Fills forms with one of the peers, block by block, as benchmarks/peers/race.py asks for them.

   node fill.js PEER TEMPLATE DATA MODULES

   DATA holds one ready mapping a line; MODULES is the folder with node_modules. For every line
   {"from": 0, "to": 30, "folder": "…"} on standard input those files are written and the seconds
   that took are answered. Each peer is used as its documentation says, with all the reuse it
   offers:

   docxtemplater    The template is read and its zip opened once; every file has a clone of the
                    zip and a Docxtemplater of its own. The same one cannot render twice: it says
                    so itself, so the template is parsed for every file.
   easy-template-x  One TemplateHandler and the bytes of the template for all files; `process`
                    opens and parses them each time, there is nothing to keep.
   carbone          `render` with a path; it opens and parses the file each time, there is nothing
                    to keep (the open-source edition; only a template that is plain XML could be
                    given as a text). */

"use strict";

const fs = require("fs");
const path = require("path");
const readline = require("readline");
const { createRequire } = require("module");

const [name, template, data, modules] = process.argv.slice(2);
const load = createRequire(path.join(path.resolve(modules), "package.json"));

const peers = {
  docxtemplater() {
    const PizZip = load("pizzip");
    const Docxtemplater = load("docxtemplater");
    const zip = new PizZip(fs.readFileSync(template));
    return (mapping) => {
      const doc = new Docxtemplater(zip.clone(), { linebreaks: true, paragraphLoop: true });
      doc.render(mapping);
      return doc.toBuffer();
    };
  },
  "easy-template-x"() {
    const { TemplateHandler } = load("easy-template-x");
    const handler = new TemplateHandler();
    const bytes = fs.readFileSync(template);
    return (mapping) => handler.process(bytes, mapping);
  },
  carbone() {
    const carbone = load("carbone");
    return (mapping) =>
      new Promise((done, fail) =>
        carbone.render(template, mapping, (error, bytes) => (error ? fail(error) : done(bytes)))
      );
  },
};

async function main() {
  const mappings = fs.readFileSync(data, "utf8").trimEnd().split("\n").map(JSON.parse);
  const fill = peers[name]();
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const { from, to, folder } = JSON.parse(line);
    const start = process.hrtime.bigint();
    for (let n = from; n < to; n += 1) {
      fs.writeFileSync(path.join(folder, `${n}.docx`), await fill(mappings[n]));
    }
    const seconds = Number(process.hrtime.bigint() - start) / 1e9;
    process.stdout.write(`${JSON.stringify(seconds)}\n`);
  }
  process.exit(0); // carbone would wait for its converter
}

main();
