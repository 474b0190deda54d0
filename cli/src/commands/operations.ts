/** `hub operations`: what applications and notebooks ask, told to the graph. */
import { Command } from 'commander'
import { operationsList } from './operations/list.ts'
import { operationsRegister } from './operations/register.ts'
import { operationsRemove } from './operations/remove.ts'

export const command = (): Command =>
  new Command('operations')
    .description(
      'Register the operations of an application, so that no release breaks them, and serve them by their ids.',
    )
    .addHelpText(
      'after',
      '\nGateways follow what is registered within seconds, without a restart.' +
        "\n\nExamples:\n  hub operations register dashboard --owner housing-web --files 'src/**/*.tsx'\n  hub operations list dashboard\n  hub operations remove dashboard",
    )
    .addCommand(operationsRegister())
    .addCommand(operationsList())
    .addCommand(operationsRemove())
