import { approve, type ReportingRuntime, type Snapshot, submit } from '../../modules/reporting/index.ts'
import { dayOf, type Instant } from '../../platform/clock.ts'

/** Submits a report as the performance person of the small bureau and has its director agree. */
export async function publishByTwo(
  runtime: ReportingRuntime,
  tenant: string,
  asked: { document: string; year: number },
): Promise<Snapshot & { publishedAt: Instant }> {
  const world = await runtime.world(tenant)
  const today = dayOf(runtime.clock.now())
  const { id } = await submit(runtime, world.actorOf('p-performance', today)!, asked)
  return approve(runtime, world.actorOf('p-director', today)!, { snapshot: id })
}
