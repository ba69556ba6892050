import { waterFaces } from './gshhg.ts';
import { writeFeatures } from './write-json.ts';
writeFeatures('water.geojson', waterFaces());
