using LowLatency.Latency.Commands;

return HarnessCommand.Run(args, Console.Out, Console.Error);
