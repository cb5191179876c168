const minuteMs = 60_000;
const hour = 60;

/** Counts by the minute: a busy hour takes no more room than a quiet one. */
export function createRequestCount(now: () => number) {
  const minutes = new Map<number, number>();

  return {
    add() {
      const minute = currentMinute();
      minutes.set(minute, (minutes.get(minute) ?? 0) + 1);
      for (const old of minutes.keys()) if (old <= minute - hour) minutes.delete(old);
    },
    lastHour(): number {
      const oldest = currentMinute() - hour;
      let sum = 0;
      for (const [minute, count] of minutes) if (minute > oldest) sum += count;
      return sum;
    },
  };

  function currentMinute(): number {
    return Math.floor(now() / minuteMs);
  }
}
