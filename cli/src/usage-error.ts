/** Arguments that only the command itself can judge, such as the name of a slice. */
import { InvalidArgumentError, type Command } from 'commander'

/** Ends with a usage error where what is done throws InvalidArgumentError. */
export async function orUsageError(command: Command, done: Promise<void>): Promise<void> {
  try {
    await done
  } catch (error) {
    if (error instanceof InvalidArgumentError) return command.error(error.message)
    throw error
  }
}
