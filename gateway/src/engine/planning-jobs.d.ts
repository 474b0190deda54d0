export declare function createJobs(sdl: string): Readonly<Record<'check' | 'plan', (text: string) => string>>
