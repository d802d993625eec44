/**
 * Which counts a rate is made of, by the word in front of 率. The first column is looked for in the rate's label, the others
 * in the labels of the counts; several denominators are in use, any may be meant.
 */
export interface RateWords {
  rate: RegExp
  numerator: RegExp
  denominator: RegExp
}

export const rateWords: readonly RateWords[] = [
  { rate: /立案率/, numerator: /立案/, denominator: /受理|上报|登记|接收|采集|收到|发现/ },
  {
    rate: /结案率|办结率|结案/,
    numerator: /结案|办结/,
    denominator: /立案|受理|应结|派遣|交办|转办|接到|收到|上报|接收/,
  },
  {
    rate: /处置率|处理率|处办率/,
    numerator: /处置|处理|办结|结案/,
    denominator: /派遣|立案|受理|上报|发现|接到|收到|采集/,
  },
  { rate: /派遣率/, numerator: /派遣/, denominator: /立案|受理/ },
  { rate: /整改率|整改完成率/, numerator: /整改|完成/, denominator: /发现|查处|问题|下发|下达|交办|排查|隐患/ },
  {
    rate: /执行率|支付率|支出率|支出进度|执行进度|预算完成率|资金使用率|拨付率|完成预算|预算的/,
    numerator: /执行|支出|支付|拨付|使用|完成|决算|实际/,
    denominator: /预算|指标|下达|安排|资金|收入|批复|到位|核定|计划/,
  },
  { rate: /到位率/, numerator: /到位/, denominator: /预算|应到位|下达|安排|计划/ },
  { rate: /优良率|优良(?:天数)?比[例率]/, numerator: /优良/, denominator: /监测|有效|全年|总/ },
  { rate: /合格率|达标率/, numerator: /合格|达标/, denominator: /检查|抽检|检测|抽查|监测|样|验收|共/ },
  { rate: /满意率|满意度/, numerator: /满意/, denominator: /回访|调查|有效|问卷|样本|发放|回收/ },
  { rate: /签订率|签约率/, numerator: /签订|签约|签/, denominator: /应签|共有|商户|门店|总/ },
  { rate: /覆盖率/, numerator: /覆盖|安装|建成|设置|配备/, denominator: /共有|总|应|全区|全市|全县/ },
  { rate: /回复率|答复率/, numerator: /回复|答复/, denominator: /受理|收到|接到|转办|交办/ },
  {
    rate: /及时率|按期|按时/,
    numerator: /及时|按期|按时/,
    denominator: /结案|办结|处置|立案|受理|派遣|交办|转办|工单|投诉|接到|收到/,
  },
  { rate: /拆除率|拆违率/, numerator: /拆除/, denominator: /发现|排查|认定|任务|应拆/ },
  { rate: /回收率|有效率/, numerator: /回收|有效/, denominator: /发放|回收/ },
  { rate: /完好率|亮灯率/, numerator: /完好|亮灯|正常/, denominator: /总|共有|检查|巡查/ },
  { rate: /利用率|使用率|盘活率/, numerator: /在用|使用|利用|盘活/, denominator: /原值|总额|总数|总量|固定资产|共有/ },
  { rate: /完成率|完成/, numerator: /完成|实际|决算|支出/, denominator: /计划|任务|目标|应|年初预算|预算/ },
  { rate: /控制率/, numerator: /在职|实际|支出|实有/, denominator: /编制|预算|核定/ },
  { rate: /调整率/, numerator: /调整(?!后)|追加|调增|调减/, denominator: /年初|预算/ },
  { rate: /率$/, numerator: /实际|已|完成/, denominator: /计划|任务|目标|应|总|全部|共/ },
]
