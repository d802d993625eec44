/**
 * A self-evaluation as bureaus write them, made up for the tests, with faults in it: 619余条 is no round number, 300.92 was 300.29. Its table
 * stands between bars.
 */
export const faultyReport = `清江区城市管理局2023年度部门整体支出绩效自评报告

一、部门概况
（一）基本情况。清江区城市管理局内设机构5个，编制数86人，年末实有在职人员79人。
（二）预算执行情况。2023年年初预算1250.00万元，调整预算1310.50万元，实际支出1284.29万元，预算执行率98.00%。

二、绩效目标完成情况
（一）市容整治。全年清理乱贴乱画619余条，拆除破损广告牌126块，整治占道经营2300余起。
（二）数字城管。全年受理案件4520件，结案4475件，结案率99.00%。

|项目|预算数（万元）|执行数（万元）|执行率|
|环卫保洁|600.00|594.00|99.00%|
|路灯维护|310.50|300.92|96.71%|
|市容整治|400.00|390.00|97.50%|
|合计|1310.50|1284.29|98.00%|

三、存在的问题及改进措施
一是部分路段夜间照明不足。二是数字城管案件返工率偏高，全年返工37余件。
`
/** Nothing in it is wrong as far as anybody can tell. */
export const soundReport = `清江区城市管理局2023年度部门整体支出绩效自评报告

一、部门概况
清江区城市管理局内设机构5个。全年清理乱贴乱画600余条。
`
export const reportFile = (text: string = faultyReport, name = '清江区城市管理局自评报告.txt') => ({
  name,
  type: 'text/plain',
  bytes: Buffer.from(text),
})
