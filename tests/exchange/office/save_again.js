// Opens every workbook of a folder with a library and saves it into another: node save_again.js exceljs FROM TO
const fs = require("fs");
const path = require("path");

const [, , library, from, to] = process.argv;

async function withExcelJS(source, target) {
  const { Workbook } = require("exceljs");
  const book = new Workbook();
  await book.xlsx.readFile(source);
  await book.xlsx.writeFile(target);
}

async function withSheetJS(source, target) {
  const XLSX = require("xlsx");
  XLSX.writeFile(XLSX.readFile(source, { cellStyles: true, cellNF: true, cellDates: true }), target);
}

async function main() {
  const save = { exceljs: withExcelJS, sheetjs: withSheetJS }[library];
  for (const name of fs.readdirSync(from)) await save(path.join(from, name), path.join(to, name));
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
