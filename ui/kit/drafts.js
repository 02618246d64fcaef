// What is typed and not yet saved, in the tab's own storage under the name of its field: { text, handed, from, isOurs }. `handed`: when it
// was handed over to the server, 0 while it was not; `from`: checksums of what the field held before; `isOurs`: put there by the keeper.

const PREFIX = 'journey:';

const table = Uint32Array.from({ length: 256 }, (_, n) => {
  for (let bit = 0; bit < 8; bit++) n = n & 1 ? (n >>> 1) ^ 0xedb88320 : n >>> 1;
  return n;
});

// The checksum by which browser and server know a text (CRC-32 of its UTF-8).
const sum = (text) => {
  let crc = -1;
  for (const byte of new TextEncoder().encode(text)) crc = (crc >>> 8) ^ table[(crc ^ byte) & 0xff];
  return (crc ^ -1) >>> 0;
};

const read = (name) => JSON.parse(sessionStorage.getItem(PREFIX + name) ?? 'null');
const write = (name, draft) => sessionStorage.setItem(PREFIX + name, JSON.stringify(draft));
const forget = (name) => sessionStorage.removeItem(PREFIX + name);
const drafts = () => Object.keys(sessionStorage).filter((key) => key.startsWith(PREFIX)).map((key) => key.slice(PREFIX.length));
