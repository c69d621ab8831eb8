/** Who and where: the people of the tests, their ids, an office, and a matter with nearly every type of field. */
import type { Field, Matter } from '#domain/matter/matter.ts';
import type { Office } from '#domain/office/office.ts';
import type { Person } from '#domain/request/action.ts';
import type { Words } from '#domain/words.ts';

/** 32 hex digits, like a real id: `hexId(7)`. */
export const hexId = (n: number): string => n.toString(16).padStart(32, '0');
export const words = (zh: string, en = zh): Words => ({ 'zh-CN': zh, en });

export const RESIDENT: Person = { id: 'resident-1', role: 'resident' };
export const OTHER_RESIDENT: Person = { id: 'resident-2', role: 'resident' };
export const WORKER: Person = { id: 'worker-1', role: 'worker' };
export const COLLEAGUE: Person = { id: 'worker-2', role: 'worker' };
export const SUPERVISOR: Person = { id: 'supervisor-1', role: 'supervisor' };
export const ADMINISTRATOR: Person = { id: 'administrator-1', role: 'administrator' };
/** A daughter in another city. */
export const HELPER: Person = { id: 'helper-1', role: 'helper' };
export const OFFICE_ID = 'office-1';
export const REQUEST_ID = hexId(0xaa);
export const DEVICE_ID = hexId(0xd1);
/** Wednesday 4 March 2026, 10:00 in China; an ordinary working week. */
export const MORNING = Date.UTC(2026, 2, 4, 2, 0);
export const PHOTO = { id: hexId(0xf0), sha256: 'ab'.repeat(32), bytes: 1000, mime: 'image/jpeg' } as const;

const asked = { why: words('好安排师傅。', 'So that we can plan.'), keepDays: 365 };

/** One of nearly every type of field, with a question that is only asked when there is gas in the air. */
export const FIELDS: readonly Field[] = [
  {
    ...asked,
    id: 'trouble',
    type: 'choice',
    question: words('哪里坏了？', 'What is broken?'),
    label: words('哪里坏了', 'Trouble'),
    options: [
      { id: 'water', label: words('水管', 'Water') },
      { id: 'gas', label: words('燃气', 'Gas') },
      { id: 'other', label: words('别的', 'Something else') },
    ],
  },
  {
    ...asked,
    id: 'smell',
    type: 'yes-no',
    callAtOnce: 'yes',
    unknown: true,
    onlyIf: { field: 'trouble', is: 'gas' },
    question: words('闻到燃气味吗？', 'Do you smell gas?'),
    label: words('燃气味', 'Smell of gas'),
  },
  {
    ...asked,
    id: 'description',
    type: 'long-text',
    maxLength: 500,
    question: words('请说说情况。', 'Tell us more.'),
    label: words('情况', 'Details'),
  },
  {
    ...asked,
    id: 'photos',
    type: 'photos',
    most: 3,
    optional: true,
    question: words('要不要拍照？', 'Add photos?'),
    label: words('照片', 'Photos'),
  },
  {
    ...asked,
    id: 'slots',
    type: 'slots',
    most: 2,
    days: 7,
    optional: true,
    question: words('什么时候方便？', 'When may we come?'),
    label: words('上门时间', 'Visit'),
  },
  {
    ...asked,
    id: 'name',
    type: 'text',
    maxLength: 50,
    remember: 'name',
    question: words('怎么称呼您？', 'Your name?'),
    label: words('姓名', 'Name'),
  },
  {
    ...asked,
    id: 'telephone',
    type: 'telephone',
    remember: 'telephone',
    question: words('您的电话？', 'Your telephone?'),
    label: words('电话', 'Telephone'),
  },
  {
    ...asked,
    id: 'address',
    type: 'address',
    remember: 'address',
    question: words('您住哪里？', 'Where do you live?'),
    label: words('地址', 'Address'),
  },
];

/** Home repair: smell of gas 2 hours, water a day, the rest 5 working days. */
export function matter(over: Partial<Matter> = {}): Matter {
  const source = { line: words('本社区的办事指南', 'The community’s own guide'), checked: '2026-01-05' };
  return {
    id: 'home-repair',
    version: 1,
    icon: 'home-repair',
    home: 1,
    title: words('家里修修补补', 'Home repair'),
    line: words('水、电、门锁坏了', 'Water, power, locks'),
    about: words('家里东西坏了，我们找人来修。', 'Something is broken at home; we send somebody.'),
    minutes: 3,
    materials: [{ what: words('坏处的照片', 'A photo of it'), later: true }],
    filers: ['resident', 'family', 'worker'],
    accountable: words('社区居委会', 'The community committee'),
    desk: 'repair',
    limits: [
      { urgency: 'danger', when: { field: 'smell', is: 'yes' }, within: { hours: 2 }, source },
      { urgency: 'utility', when: { field: 'trouble', is: 'water' }, within: { hours: 24 }, source },
      { urgency: 'ordinary', within: { workingDays: 5 }, source },
    ],
    withoutPhone: {
      window: words('到社区一楼三号窗口。', 'Window 3 on the ground floor.'),
      telephone: words('打电话也能办。', 'Telephone us.'),
      homeVisit: words('我们可以上门来记。', 'We can come to you.'),
    },
    fields: FIELDS,
    ...over,
  };
}

export function office(over: Partial<Office> = {}): Office {
  return {
    id: OFFICE_ID,
    name: words('杨柳社区', 'Willow Community'),
    telephone: '010-5550100',
    address: words('杨柳街1号', '1 Willow Street'),
    hours: words('周一到周五，九点到五点半', 'Mon–Fri, 9:00–17:30'),
    utcOffsetMinutes: 480,
    closesAtMinutes: 17 * 60 + 30,
    mode: 'demo',
    operator: {
      name: words('杨柳社区居委会', 'Willow Community Committee'),
      filing: 'demo',
      dataContact: { name: words('王敏', 'Wang Min'), telephone: '010-5550101' },
    },
    duty: { default: WORKER.id },
    doors: [
      {
        id: 'property',
        name: words('物业公司', 'The property company'),
        telephone: '010-5550200',
        address: words('杨柳街9号', '9 Willow Street'),
      },
    ],
    buildings: [
      { id: 'b3', name: words('3号楼', 'Building 3'), units: [{ id: 'u2', name: words('2单元', 'Unit 2') }] },
    ],
    calendar: { source: 'tests', knownYears: [2026], off: [], moved: [], statutory: [] },
    ...over,
  };
}
