import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { chooseLanguage } from '../text/words.ts';
import '../ui/tokens.css';
import '../ui/base.css';
import { followElderAddress, restoreElder } from '../ui/elder.ts';
import { App } from './app.tsx';

restoreElder();
followElderAddress();

// call.ts already tries once more where that makes sense.
const client = new QueryClient({
  defaultOptions: { queries: { retry: false, refetchOnWindowFocus: false } },
});

function draw(): void {
  createRoot(document.getElementById('root')!).render(
    <StrictMode>
      <QueryClientProvider client={client}>
        <App />
      </QueryClientProvider>
    </StrictMode>,
  );
}

// Not awaited at the top: the sentences import from the file that holds this one, and each would wait for the other.
void chooseLanguage(location.search).then(draw);
