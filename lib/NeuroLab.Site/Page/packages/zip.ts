// Archives, for the reader's notebooks as one file.
export { unzipSync, zipSync } from 'fflate';
