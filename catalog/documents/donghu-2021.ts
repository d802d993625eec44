import type { ReportDocument } from '../../modules/reporting/index.ts'
import { count, share, worked } from './bindings.ts'

/** 东湖区 2021: what its report says of points and shops, in our own words; every figure is counted. */
export const donghu2021: ReportDocument = {
  id: 'donghu-2021',
  form: '责任点位',
  layout: '专题通报',
  title: '{bureau}{year}年度责任点位和门前三包情况',
  slug: 'zrdw',
  tenant: '360102',
  year: 2021,
  sections: [
    {
      heading: '一、责任点位',
      blocks: [
        {
          text: '对辖区内的实地点位逐一登记，当年登记的点位分属{point-kinds}，年末在管点位{points}。每个点位都有区级、街道、社区三级责任人，责任人写在点位的台账里。',
        },
        {
          text: '点位按季检查，全年检查{point-checks}，发现问题{point-faults}，由三级责任人在限期内整改。',
        },
      ],
    },
    {
      heading: '二、门前三包',
      blocks: [
        {
          text: '向沿街商户发放门前三包资料{shop-paper}。年末应签责任书的商户{shops-listed}，责任书有效的商户{shops-signed}，签订率{sign-rate}。',
        },
      ],
    },
    {
      heading: '三、数据说明',
      blocks: [
        {
          text: '公开的报告给出点位总数和类别数、发放份数和签订户数；各类点位的数目、点位和商户的名称与位置、责任人、检查次数和发现问题数都由演示程序编排，地图是示意图。',
        },
        { text: '报告没有写明应签商户数，只写全部签订，本文以登记在册的商户为应签商户。' },
      ],
    },
  ],
  figures: [
    count('points', '在管点位', '个', 'point.points'),
    count('point-kinds', '点位类别', '类', 'point.kinds'),
    count('point-checks', '点位检查', '次', 'point.inspected'),
    count('point-faults', '点位检查发现问题', '次', 'point.found'),
    worked('shop-paper'),
    count('shops-listed', '应签商户', '户', 'shop.listed'),
    count('shops-signed', '已签商户', '户', 'shop.signed'),
    share('sign-rate', '签订率', 'shop.sign-rate'),
  ],
  sums: [],
}
