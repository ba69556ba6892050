import yauzl from 'yauzl';
import { FileFault } from './events.ts';

/** A workbook of 100,000 openings unpacks to about 130 MB; a bomb of 42 kB to 5 GB. */
const maxUnpackedBytes = 400_000_000;
const maxFiles = 500;

/** Reads the directory of a zip, nothing else, and refuses one that would unpack to too much. */
export function refuseInflatedZip(file: string): Promise<void> {
  return new Promise((resolve, reject) => {
    yauzl.open(file, { lazyEntries: true, autoClose: true }, (error, zip) => {
      if (error) return reject(new FileFault('这个 Excel 是坏的，打不开'));
      let bytes = 0;
      const refuse = (reason: string) => {
        zip.close();
        reject(new FileFault(reason));
      };
      if (zip.entryCount > maxFiles) return refuse(`压缩包里有 ${zip.entryCount} 个文件，不像 Excel`);
      zip.on('error', () => reject(new FileFault('这个 Excel 是坏的，打不开')));
      zip.on('end', resolve);
      zip.on('entry', (entry: yauzl.Entry) => {
        bytes += entry.uncompressedSize;
        if (bytes > maxUnpackedBytes)
          return refuse('解开以后太大（超过 400 MB），没有打开。分成几个文件，或者改用 CSV');
        if (/vbaProject\.bin$/i.test(entry.fileName)) return refuse('里面有宏。另存为不带宏的 .xlsx 再来');
        zip.readEntry();
      });
      zip.readEntry();
    });
  });
}
