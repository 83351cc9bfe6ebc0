// Print what pdf.js, the viewer of Firefox, makes of a tagged PDF: for each page its words in the
// order of the structure tree. Arguments: the folder of pdfjs-dist, the file.
import { readFileSync } from "node:fs";

const [folder, file] = process.argv.slice(2);
const { getDocument } = await import(`${folder}/legacy/build/pdf.mjs`);
const pdf = await getDocument({
  data: new Uint8Array(readFileSync(file)),
  standardFontDataUrl: `${folder}/standard_fonts/`,
  verbosity: 0,
}).promise;

function words(node, marks) {
  if (node.type === "content") return [marks.get(node.id) ?? `nothing at ${node.id}`];
  return (node.children ?? []).flatMap((child) => words(child, marks));
}

const pages = [];
for (let number = 1; number <= pdf.numPages; number++) {
  const page = await pdf.getPage(number);
  const content = await page.getTextContent({ includeMarkedContent: true });
  const marks = new Map();
  const open = [];
  for (const item of content.items) {
    if (item.type?.startsWith("beginMarkedContent")) {
      open.push(item.id);
      if (item.id && !marks.has(item.id)) marks.set(item.id, "");
    } else if (item.type === "endMarkedContent") {
      open.pop();
    } else {
      const id = open.findLast(Boolean);
      if (id) marks.set(id, marks.get(id) + item.str);
    }
  }
  pages.push(words(await page.getStructTree(), marks));
}
console.log(JSON.stringify(pages));
