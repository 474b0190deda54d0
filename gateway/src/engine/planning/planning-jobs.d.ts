export declare function createJobs(sdl: string): { readonly plan: (text: string) => string }
