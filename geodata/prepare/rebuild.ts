/** Rebuilds every made file; the order matters, each reads what the ones before it wrote. */
import './districts.ts';
import './water.ts';
import './water-labels.ts';
import './divisions.ts';
