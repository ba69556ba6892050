import type { PointFacts } from '../../../api/point-desk/contract.ts';
import { parseHours } from '../../../api/service-points/hours.ts';

/** What staff keep of a village's point in 瓜洲 of 邗江, near its seat; say what matters to the test. */
export function pointFacts(said: Partial<PointFacts> = {}): PointFacts {
  return {
    name: '瓜洲镇人力资源和社会保障服务所',
    level: 'town',
    division: '321003103',
    address: '江口街 1 号',
    telephones: ['0514-80000001', '0514-80000002'],
    place: { lng: 119.4, lat: 32.25, source: 'list', quality: 'imported' },
    weekly: parseHours('一至五 08:30-12:00 14:00-17:30'),
    summer: null,
    markets: [],
    exceptions: [],
    closure: null,
    notices: [],
    accessibility: [],
    services: ['求职登记', '政策咨询'],
    serviceChanges: {},
    ...said,
  };
}
