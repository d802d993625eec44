import { existsSync, readFileSync, statSync } from 'node:fs'
import { checkPackage } from '../../modules/reporting/index.ts'

/** Whether what was named is a file and not the code of a bureau. */
export const isPackageFile = (name: string | undefined): name is string =>
  name !== undefined && (/\.zip$/i.test(name) || (existsSync(name) && statSync(name).isFile()))

/** Checks a data package by itself: 0 when all of it holds, 1 when something does not, 2 when it is no package. */
export function verifyPackage(name: string): number {
  if (!existsSync(name) || !statSync(name).isFile()) {
    console.error(`没有“${name}”这个文件；请写出数据包的路径，例如：npx chengji verify 下载/package.zip。`)
    return 2
  }
  const found = checkPackage(readFileSync(name))
  if (!found) {
    console.error(`“${name}”不是城绩的数据包，或已损坏得无法打开；请从公开页面重新下载。`)
    return 2
  }
  const { bureau, title, publication, files, figures, scores, faults } = found
  console.log(`${bureau}：${title}（${publication}），${files} 个文件，${figures} 个数字，${scores} 个得分`)
  for (const fault of faults) console.log(`  ✗ ${fault}`)
  console.log(faults.length ? `  共 ${faults.length} 处不符` : '  ✓ 全部相符')
  return faults.length ? 1 : 0
}
