// They sell, carry or mend what others make.
const noMakers =
  /销售|商贸|商业|商城|商场|百货|超市|物业|旅游|旅行|客运|出租|租赁|维修|检修|修理|汽修|美容|培训|教育|服务|贸易|咨询|广场|中心|物流|运输|装饰/u;

/** Whether something is made there, as far as a name tells: 某某家具有限公司, but not 某某家具商城. */
export const isMaker = (employer: string): boolean =>
  /(?:厂|公司|合作社|集团)(?:[(（].*)?$/u.test(employer) && !noMakers.test(employer);
