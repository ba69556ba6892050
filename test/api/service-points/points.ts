import { parseHours } from '../../../api/service-points/hours.ts';
import { ordinaryPlan } from '../../../api/service-points/plan.ts';
import type { ServicePoint } from '../../../api/service-points/model.ts';
import type { NewServicePoint } from '../../../api/service-points/store.ts';

/** A town's service point in 邗江 as the model holds it; say what matters to the test. */
export function servicePoint(said: Partial<ServicePoint> = {}): ServicePoint {
  const hours = said.hours ?? parseHours('一至五 08:30-12:00 14:00-17:30');
  return {
    id: '1',
    externalId: 'P1',
    name: '瓜洲镇人力资源和社会保障服务所',
    level: 'town',
    division: '321003103',
    district: { code: '321003', name: '邗江区' },
    town: { code: '321003103', name: '瓜洲镇' },
    place: { lng: 119.4, lat: 32.25, source: 'list', quality: 'imported' },
    address: '江口街 1 号',
    telephones: ['0514-80000001'],
    terminals: { installed: 1, working: 1, fault: null, faultSince: null },
    services: ['求职登记', '政策咨询'],
    hours,
    plan: ordinaryPlan(hours),
    accessibility: [],
    notices: [],
    offers: () => [],
    checkedAt: null,
    ...said,
  };
}

/** What nobody has kept yet, as it is read back. */
export const unkept = {
  terminalFault: null,
  terminalFaultSince: null,
  version: 1,
  summer: null,
  markets: [],
  exceptions: [],
  closure: null,
  notices: [],
  accessibility: [],
  serviceChanges: {},
  checkedAt: null,
};

/** The same as a list would bring it. */
export function newServicePoint(said: Partial<NewServicePoint> = {}): NewServicePoint {
  return {
    externalId: 'P1',
    name: '瓜洲镇人力资源和社会保障服务所',
    level: 'town',
    division: '321003103',
    address: '江口街 1 号',
    telephones: ['0514-80000001', '0514-80000002'],
    place: { lng: 119.4, lat: 32.25 },
    placeSource: 'list',
    placeQuality: 'imported',
    hours: parseHours('一至五 08:30-12:00 14:00-17:30'),
    services: ['求职登记', '政策咨询'],
    terminalsInstalled: 1,
    terminalsWorking: 1,
    ...said,
  };
}
