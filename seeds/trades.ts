import type { Trade } from './trade.ts';
import { buildingTrades } from './trades/building.ts';
import { careTrades } from './trades/care.ts';
import { craftAndLeisureTrades } from './trades/crafts-leisure.ts';
import { farmingTrades } from './trades/farming.ts';
import { foodTrades } from './trades/food.ts';
import { garmentTrades } from './trades/garments.ts';
import { makingTrades } from './trades/making.ts';
import { officeTrades } from './trades/office.ts';
import { retailTrades } from './trades/retail.ts';
import { serviceTrades } from './trades/services.ts';
import { teachingAndHealthTrades } from './trades/teaching-health.ts';
import { transportTrades } from './trades/transport.ts';

/** Every kind of work of the demo city, by branch. */
export const trades: readonly Trade[] = [
  ...makingTrades,
  ...garmentTrades,
  ...foodTrades,
  ...buildingTrades,
  ...serviceTrades,
  ...careTrades,
  ...transportTrades,
  ...retailTrades,
  ...officeTrades,
  ...teachingAndHealthTrades,
  ...farmingTrades,
  ...craftAndLeisureTrades,
];
